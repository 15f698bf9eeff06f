import { addDays, type Day } from "#kernel/day.ts";
import {
  abandonCandidate,
  acceptCandidate,
  addCandidate,
  apply,
  assignCandidate,
  convertCandidate,
  findOpenCandidate,
  holdInterview,
  noteAttendance,
  planInterview,
  refuseCandidate,
  registerCandidate,
  saveInformationMeeting,
  saveIntake,
} from "#modules/parcours/index.server.ts";
import { at, workingDay, workingDayBefore } from "./calendar.ts";
import { CANDIDATES, type DemoCandidate, REASONS, type Step } from "./candidates.ts";
import { FOUNDER, TEAM } from "./people.ts";
import { Skipped, type Stage } from "./stage.job.ts";

const CONSENT =
  "Vos réponses servent à étudier votre demande. Seule l’équipe de la coopérative les lit. Elles sont effacées deux ans après notre dernier échange. Vous pouvez les lire, les corriger et les faire effacer en nous écrivant.";
const CONSENT_ENGLISH =
  "Your answers serve to study your request. Only the team of the cooperative reads them. They are erased two years after we were last in touch. You can read them, correct them and have them erased by writing to us.";

type Scene = {
  readonly stage: Stage;
  readonly today: Day;
  readonly meetings: Readonly<Record<"past" | "coming", { readonly meetingId: string; readonly heldOn: Day }>>;
};

/** The last ten weeks of those who would like to join, set around the day on which the story is read. */
export async function playCandidates(stage: Stage, today: Day): Promise<void> {
  await stage.run("intake", FOUNDER.key, at(addDays(today, -75), 8), saveIntake, {
    version: 0,
    open: true,
    introduction:
      "L’Établi réunit quarante activités entre Brest, Quimper et Morlaix. Venez à une réunion d’information, ou laissez-nous votre demande.",
    consentFrench: CONSENT,
    consentEnglish: CONSENT_ENGLISH,
    refusalReasons: REASONS.join("\n"),
  });
  const past = workingDayBefore(addDays(today, -24));
  const coming = workingDay(addDays(today, 12));
  const scene: Scene = {
    stage,
    today,
    meetings: {
      past: { ...(await announce(stage, "past", past, addDays(today, -60))), heldOn: past },
      coming: { ...(await announce(stage, "coming", coming, addDays(today, -20))), heldOn: coming },
    },
  };
  for (const candidate of CANDIDATES) await write(scene, candidate);
  await gather(scene);
  for (const candidate of CANDIDATES) {
    for (const [rank, step] of candidate.steps.entries()) await go(scene, candidate, step, `${candidate.key}:${rank}`);
  }
  await register(scene, "gwen");
}

function announce(stage: Stage, key: string, heldOn: Day, on: Day) {
  return stage.run(`meeting:${key}`, "karim", at(on, 9), saveInformationMeeting, {
    ...{ heldOn, startsAt: "18h00", minutes: "120", seats: "15", published: true },
    place: "L’Établi, 12 quai de l’Atelier, 29200 Brest",
    notes: "Tram arrêt Château. Salle accessible. Un café, puis vos questions.",
  });
}

/** By the public page, as anybody; or noted by somebody of the team. */
async function write({ stage, today, meetings }: Scene, { key, before, notedBy, meeting, told }: DemoCandidate) {
  const moment = at(addDays(today, -before), 10);
  const meetingId = meeting === undefined ? null : meetings[meeting].meetingId;
  if (notedBy !== undefined) {
    await stage.run(`candidate:${key}`, notedBy, moment, addCandidate, { ...told, followerId: null, meetingId });
    return;
  }
  const input = { ...told, meetingId, consent: true, language: "fr", sender: `demonstration ${key}` };
  await stage.publicly(`candidate:${key}`, moment, apply, input);
}

async function candidateId({ stage }: Scene, key: string): Promise<string> {
  const email = CANDIDATES.find((one) => one.key === key)?.told.email ?? "";
  const found = await stage.read((tx) => findOpenCandidate(tx, stage.organizationId, email));
  return found?.candidateId ?? "";
}

/** Who came to the meeting that took place. */
async function gather(scene: Scene): Promise<void> {
  const { meetingId, heldOn } = scene.meetings.past;
  const came = CANDIDATES.filter((candidate) => candidate.came !== undefined);
  const lines = [];
  for (const { key, came: attendance } of came) lines.push({ candidateId: await candidateId(scene, key), attendance });
  await scene.stage.run("meeting:past:came", "karim", at(heldOn, 16, 30), noteAttendance, { meetingId, lines });
}

async function register(scene: Scene, key: string): Promise<void> {
  const { meetingId } = scene.meetings.coming;
  const input = { meetingId, candidateId: await candidateId(scene, key) };
  await scene.stage.run(`candidate:${key}:again`, "karim", at(addDays(scene.today, -10), 11), registerCandidate, input);
}

async function go(scene: Scene, { key }: DemoCandidate, step: Step, name: string): Promise<void> {
  const { stage, today } = scene;
  const id = await candidateId(scene, key);
  const day = addDays(today, -step.before);
  const moment = at(day, 14);
  const target = { candidateId: id };
  const run = `candidate:${name}`;
  try {
    switch (step.verb) {
      case "assign":
        await stage.run(run, "karim", moment, assignCandidate, { ...target, followerId: teamId(stage, step.to) });
        return;
      case "plan": {
        const input = { heldOn: addDays(today, -step.on), startsAt: "14h30", personId: teamId(stage, step.with) };
        await stage.run(run, step.with, moment, planInterview, { ...target, ...input });
        return;
      }
      case "hold": {
        const said = { notes: step.notes, privacy: "team", nextStep: step.next };
        const when = { heldOn: day, startsAt: "14h00", personId: teamId(stage, step.with) };
        await stage.run(run, step.with, moment, holdInterview, { ...target, ...when, ...said });
        return;
      }
      case "accept":
        await stage.run(run, "karim", moment, acceptCandidate, { ...target, reason: step.reason });
        return;
      case "abandon":
        await stage.run(run, "karim", moment, abandonCandidate, { ...target, reason: step.reason });
        return;
      case "refuse":
        await stage.run(run, "karim", moment, refuseCandidate, {
          ...{ ...target, motive: step.motive, reason: step.reason, send: true },
          subject: "Votre candidature à L’Établi",
          body: "Bonjour,\n\nMerci pour votre candidature. Nous ne pouvons pas vous accueillir sans le diplôme que la loi demande. Nous restons à votre écoute.\n\nKarim Haddad",
        });
        return;
      case "convert":
        await stage.run(run, "karim", moment, convertCandidate, { ...target, siteId: null, invite: false });
    }
  } catch (error) {
    // What one candidate cannot do any more keeps none of the others from going on.
    if (!(error instanceof Skipped)) throw error;
  }
}

function teamId(stage: Stage, key: string): string {
  if (!TEAM.some((member) => member.key === key)) throw new Error(`nobody of the team is ${key}`);
  return stage.answer<{ personId: string }>(`team:${key}`).personId;
}
