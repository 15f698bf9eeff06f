import { type ReactNode, useEffect, useId, useRef } from "react";
import { Form, type FormProps, useNavigation } from "react-router";
import { Button, type ButtonProps } from "./button.tsx";
import { FormStateProvider } from "./form-context.tsx";
import { FormErrorSummary } from "./form-error-summary.island.tsx";
import type { FormAnswer } from "./problem.ts";

export type SubmitFormProps = Omit<FormProps, "style" | "method" | "hidden"> & {
  readonly method?: "post" | "get";
  /** The idempotency key made by the loader (`newId(now)`): a second click gets the first answer. Posted as "cle". */
  readonly idempotencyKey?: string;
  /** What the action gave back, when it refused: `loaderData`'s neighbour `actionData`. */
  readonly answer?: FormAnswer | null;
  /** Needed when two forms of a page share the same action data: only the form that was sent shows the problem. */
  readonly intent?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
};

/**
 * A form that works without script, keeps what was typed, and says what is wrong at its top with links to the fields.
 * Its fields find their errors and values by `name`.
 */
export function SubmitForm({
  method = "post",
  idempotencyKey,
  answer,
  intent,
  hidden = {},
  children,
  ...rest
}: SubmitFormProps) {
  const prefix = useId();
  const mine = !intent || answer?.typed === undefined || answer.typed.intention === intent;
  const problem = mine ? (answer?.problem ?? null) : null;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  return (
    <Form method={method} noValidate {...rest}>
      {idempotencyKey === undefined ? null : <input type="hidden" name="cle" value={idempotencyKey} />}
      {intent === undefined ? null : <input type="hidden" name="intention" value={intent} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormStateProvider value={{ prefix, problem, typed: mine ? (answer?.typed ?? null) : null }}>
        {problem ? <FormErrorSummary ref={summary} problem={problem} prefix={prefix} /> : null}
        {children}
      </FormStateProvider>
    </Form>
  );
}

/** The button that sends the form around it; says « Envoi… » while its own request is under way. */
export function SubmitButton({ variant = "primary", ...rest }: ButtonProps) {
  const navigation = useNavigation();
  const sent = navigation.state === "idle" ? undefined : navigation.formData;
  const sending = sent !== undefined && (rest.name === undefined || sent.get(rest.name) === String(rest.value));
  return <Button {...rest} variant={variant} type="submit" sending={rest.sending ?? sending} />;
}
