export {
  type Authority,
  AUTHORITY_DAYS,
  authorityFromPem,
  CERTIFICATE_DAYS,
  type Issued,
  issueCertificate,
  type IssueOptions,
  makeAuthority,
} from './authority.ts';
