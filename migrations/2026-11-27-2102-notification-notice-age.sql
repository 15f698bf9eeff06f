-- Notification: what is past of one person is forgotten by age.
create index notice_age on notification.notice (organization_id, person_id, at);
