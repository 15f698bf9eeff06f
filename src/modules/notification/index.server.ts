/** Front door of notification: how modules tell people, and what the frame shows. */

export { chosenCadence } from "./cadence/cadence.store.ts";
export { waitingFor } from "./notice/notice.store.ts";
export { type NotifyContext, notify, settleNotices } from "./notice/notify.store.ts";
export { readAllNotices } from "./notice/read-notice.command.ts";
