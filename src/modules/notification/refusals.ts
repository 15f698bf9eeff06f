/** The sentences of what notification refuses, in both languages. */
import { en as noticeEn } from "./notice/notice.en.ts";
import { fr as noticeFr } from "./notice/notice.fr.ts";

export const notificationRefusals = { fr: noticeFr.refusals, en: noticeEn.refusals };
