import { ZERO } from "#kernel/money.ts";
import { isRefusal } from "#kernel/refusal.ts";
import { readTenant } from "#platform/http/tenant.ts";
import type { Route } from "./+types/pay-calculation.page";
import { answerPay } from "./answer-pay.server.ts";
import { contributionFor } from "./contribution-for.store.ts";
import type { PayAnswer } from "./pay-answer.view.tsx";
import { payTexts, readQuestion } from "./pay-form.ts";
import { payeeOf, payeeQuery } from "./pay-situation.store.ts";

/** The answer alone, while the slider moves. The same question as the page's address asks. */
export function loader(args: Route.LoaderArgs): Promise<PayAnswer | null> {
  return readTenant(args, async (reader) => {
    const { tx, app, organizationId, language } = reader;
    const payee = await payeeOf(tx, payeeQuery(reader, args.request));
    if (isRefusal(payee)) return payee;
    const parameters = new URL(args.request.url).searchParams;
    const way = parameters.get("sens") === "net" ? "net" : "budget";
    const { question } = readQuestion(way, payTexts(parameters, ZERO, language), language);
    if (question === null) return null;
    const { on } = await contributionFor(
      tx,
      organizationId,
      payee,
      question.way === "net" ? question.directCosts : ZERO,
    );
    return answerPay(question, payee, on, (refusal) => app.sentence(refusal, language));
  });
}

/** Out of reach (a train, a tunnel): the simulator says so and tries again; the page stays. */
export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs): Promise<PayAnswer | null> {
  try {
    return await serverLoader();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
