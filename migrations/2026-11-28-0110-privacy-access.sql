-- Privacy: the readings of what is known of people are read by their moment, apart from the many acts of the trace.
create index audit_access on platform.audit (organization_id, at desc, id desc) where action in (
  'parcours.sensitive.read', 'documents.piece.read', 'documents.document.open', 'membership.person.export',
  'parcours.candidate.export', 'accompaniment.deadline.export', 'statistics.person.export', 'sales.activity.export',
  'privacy.archive.take');
