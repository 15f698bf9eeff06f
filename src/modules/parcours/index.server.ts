/** Front door of parcours: what other modules may do with it. */

export { changeSocialFile } from "./social-file/change-social-file.command.ts";
