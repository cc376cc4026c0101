import { permissionOf } from '@jiangong/access';
import * as audit from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import * as decisions from '@jiangong/contracts/jiangong/evaluation/v1/decision_service';
import * as documents from '@jiangong/contracts/jiangong/evaluation/v1/document_service';
import * as honours from '@jiangong/contracts/jiangong/evaluation/v1/honour_service';
import * as meetings from '@jiangong/contracts/jiangong/evaluation/v1/meeting_service';
import * as namings from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import * as pickers from '@jiangong/contracts/jiangong/evaluation/v1/picker_service';
import * as recommendations from '@jiangong/contracts/jiangong/evaluation/v1/recommendation_service';
import * as results from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import * as rounds from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import * as sheets from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import * as membership from '@jiangong/contracts/jiangong/membership/v1/membership_service';
import * as meritProjects from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import * as notifications from '@jiangong/contracts/jiangong/notifications/v1/notifications_service';
import * as organizations from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import { permissionsOf, type ServiceContract } from '@jiangong/service-host/nest';

const contract = (name: string, service: ServiceContract['service'], metadata: ServiceContract['metadata']) => ({
  ...{ name: `jiangong.${name}`, service, metadata },
});

/** What people ask of services; work and operations are asked of all of them and change nothing that is honoured. */
const CONTRACTS: readonly ServiceContract[] = [
  contract('audit.v1.AuditService', audit.AuditServiceService, audit.protoMetadata),
  contract('evaluation.v1.DecisionService', decisions.DecisionServiceService, decisions.protoMetadata),
  contract('evaluation.v1.DocumentService', documents.DocumentServiceService, documents.protoMetadata),
  contract('evaluation.v1.HonourService', honours.HonourServiceService, honours.protoMetadata),
  contract('evaluation.v1.MeetingService', meetings.MeetingServiceService, meetings.protoMetadata),
  contract('evaluation.v1.NamingService', namings.NamingServiceService, namings.protoMetadata),
  contract('evaluation.v1.PickerService', pickers.PickerServiceService, pickers.protoMetadata),
  contract(
    'evaluation.v1.RecommendationService',
    recommendations.RecommendationServiceService,
    recommendations.protoMetadata,
  ),
  contract('evaluation.v1.ResultService', results.ResultServiceService, results.protoMetadata),
  contract('evaluation.v1.RoundService', rounds.RoundServiceService, rounds.protoMetadata),
  contract('evaluation.v1.SheetService', sheets.SheetServiceService, sheets.protoMetadata),
  contract('membership.v1.MembershipService', membership.MembershipServiceService, membership.protoMetadata),
  contract(
    'merit_projects.v1.MeritProjectsService',
    meritProjects.MeritProjectsServiceService,
    meritProjects.protoMetadata,
  ),
  contract(
    'notifications.v1.NotificationsService',
    notifications.NotificationsServiceService,
    notifications.protoMetadata,
  ),
  contract(
    'organizations.v1.OrganizationsService',
    organizations.OrganizationsServiceService,
    organizations.protoMetadata,
  ),
];

/** Calls whose action asks for a fresh sign-in (`freshSignIn` in the permission table), by path, with that action. */
export const FRESH_CALLS: ReadonlyMap<string, string> = new Map(
  [...permissionsOf(CONTRACTS)]
    .filter(([, { action }]) => permissionOf(action)?.freshSignIn === true)
    .map(([path, { action }]) => [path, action]),
);
