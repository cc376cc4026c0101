import { join } from 'node:path';
import { goldenFacts } from '@jiangong/event-store/testing';
import type { OrganizationFact } from '../src/domain/facts.ts';

const organizationId = '0b0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c11';
const parentId = '1c0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c12';
const office = {
  organizationId,
  appointmentId: '2d0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c13',
  personId: '3e0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c14',
  office: 'secretary',
} as const;

goldenFacts<OrganizationFact>(join(import.meta.dirname, 'golden'), {
  'OrganizationFounded.v1': {
    organizationId,
    parentId,
    kind: 'unit',
    tier: null,
    nameZh: '示范省水利厅',
    nameEn: 'Department of Water Resources',
    code: 'u-001',
    classified: false,
  },
  'OrganizationRenamed.v1': {
    organizationId,
    nameZh: '示范省水务厅',
    nameEn: 'Department of Water',
    formerNameZh: '示范省水利厅',
    formerNameEn: 'Department of Water Resources',
  },
  'OrganizationMoved.v1': {
    organizationId,
    parentId,
    formerParentId: '4f0f7c1e-1d3e-4d63-9b7a-6a8a3f1f2c15',
    reason: '属地管理',
  },
  'OrganizationClassified.v1': { organizationId, classified: true },
  'DissolutionBegan.v1': { organizationId, reason: '机构改革' },
  'DissolutionAbandoned.v1': { organizationId, cause: 'children-left' },
  'OrganizationDissolved.v1': { organizationId, reason: '机构改革' },
  'OfficerAppointed.v1': { ...office, termEndsOn: '2027-03-01' },
  'OfficerRelieved.v1': { ...office, reason: 'transfer' },
});
