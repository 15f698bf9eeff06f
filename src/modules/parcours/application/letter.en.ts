import type { Translation } from "#kernel/language.ts";
import type { fr } from "./letter.fr.ts";

export const en: Translation<typeof fr> = {
  applied: {
    subject: "Your request to {cooperative}",
    body: "Hello {name},\n\nWe received your request. Somebody of the team will answer you.\n{meeting}\nThis link is yours, until {until}: you can complete your application, change meetings or withdraw everything there.\n{link}\n\nIf you asked for nothing, ignore this message: nothing else will be sent to you.\n\nSee you soon,\n{cooperative}\n",
  },
  changed: {
    subject: "Your registration at {cooperative}",
    body: "Hello {name},\n\nYour registration is changed.\n{meeting}\nYour link, until {until}:\n{link}\n\nSee you soon,\n{cooperative}\n",
  },
  meetingCancelled: {
    subject: "Meeting of {day} cancelled",
    body: "Hello {name},\n\nThe information meeting of {day} at {time} will not take place. We are sorry.\nYou can choose another one here, until {until}:\n{link}\n\nSee you soon,\n{cooperative}\n",
  },
  refused: {
    subject: "Your application to {cooperative}",
    body: "Hello {name},\n\nYou took the time to present your project to us, and we read it with care.\nWe cannot welcome you into the cooperative today.\n\nThis judges neither you nor your wish to set something up. You can write to us to talk about it, and come back if your project changes.\n\nWe wish you the best,\n{author}\n{cooperative}\n",
  },
  meeting: "\nYou are registered for the information meeting:\n{day} at {time}\n{where}\n",
  noMeeting: "\nYou are registered for no meeting any more.\n",
  event: "Information meeting, {cooperative}",
  file: "meeting",
};
