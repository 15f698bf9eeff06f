import { Fragment, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Form, type FormProps, useActionData, useNavigation } from "react-router";
import { Button, type ButtonProps } from "./button.tsx";
import { FormStateProvider, useAnswered } from "./form-context.tsx";
import { FormErrorSummary } from "./form-error-summary.island.tsx";
import { useKeeping, useKeptTyping } from "./kept-typing.island.ts";
import { useLanguage } from "./language.tsx";
import { Notice } from "./notice.tsx";
import type { FormAnswer } from "./problem.ts";
import { useUnsavedTyping } from "./unsaved-typing.island.ts";

export type SubmitFormProps = Omit<FormProps, "style" | "method" | "hidden"> & {
  readonly method?: "post" | "get";
  /** The idempotency key made by the loader (`newId(now)`): a second click gets the first answer. Posted as "cle". */
  readonly idempotencyKey?: string;
  /** What the action gave back, when it refused: `loaderData`'s neighbour `actionData`. */
  readonly answer?: FormAnswer | null;
  /** Needed when two forms of a page share the same action data: only the form that was sent shows the problem. */
  readonly intent?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** What is typed here stays nowhere in the browser: it is sent, or lost. */
  readonly unkept?: boolean;
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
  unkept = false,
  children,
  ...rest
}: SubmitFormProps) {
  const prefix = useId();
  const kept = useKeptTyping();
  const element = useRef<HTMLFormElement>(null);
  const keep = useKeeping();
  // Forms that post to their own page; what comes back shows until it is sent again.
  const own = method === "post" && rest.action === undefined && !unkept;
  const returned = own && kept?.typed.intention === intent ? kept : null;
  // What the page had answered when it was last sent: another answer is a refusal, to be corrected at once.
  const arrived = useActionData();
  const [asked, setAsked] = useState<{ readonly before: unknown } | null>(null);
  const again = own && asked !== null;
  const unsaved = useUnsavedTyping(element, {
    name: [
      intent ?? "",
      ...Object.entries(hidden).flatMap(([name, value]) => (name === "version" ? [] : [value])),
    ].join(" "),
    own,
    refilled: returned !== null,
  });
  // What was accepted is no longer in the fields: they are drawn anew, and the focus is where it was when it was sent.
  const left = useRef<FieldName | null>(null);
  useLayoutEffect(() => {
    if (unsaved.accepted > 0 && document.activeElement === document.body)
      fieldIn(element.current, left.current)?.focus();
  }, [unsaved.accepted]);
  const shown = answer ?? (again ? null : returned);
  const mine = !intent || shown?.typed === undefined || shown.typed.intention === intent;
  const problem = mine ? (shown?.problem ?? null) : null;
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) summary.current?.focus();
  }, [problem]);
  return (
    <Form
      ref={element}
      method={method}
      noValidate
      {...rest}
      onSubmit={(event) => {
        rest.onSubmit?.(event);
        if (event.defaultPrevented) return;
        setAsked({ before: arrived });
        if (!own) return;
        keep(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
        left.current = nameOf(document.activeElement);
        unsaved.send();
      }}
    >
      {idempotencyKey === undefined ? null : <input type="hidden" name="cle" value={idempotencyKey} />}
      {intent === undefined ? null : <input type="hidden" name="intention" value={intent} />}
      {Object.entries(hidden).map(([name, value]) => (
        // The version that was read when it was written: what somebody else saved meanwhile is not overwritten.
        <input key={name} type="hidden" name={name} value={(again ? undefined : returned?.typed[name]) ?? value} />
      ))}
      <FormStateProvider
        value={{
          prefix,
          problem,
          typed: mine ? (shown?.typed ?? null) : null,
          several: shown?.several ?? {},
          answered: asked !== null && asked.before !== arrived,
        }}
      >
        {problem ? <FormErrorSummary ref={summary} problem={problem} prefix={prefix} /> : null}
        {unsaved.offered ? <UnsavedOffer onTake={unsaved.take} onForget={unsaved.forget} /> : null}
        <Fragment key={`${returned === null ? "new" : "returned"} ${unsaved.accepted}`}>{children}</Fragment>
      </FormStateProvider>
    </Form>
  );
}

type FieldName = { readonly name: string | null; readonly button: string | null };

const nameOf = (field: Element | null): FieldName => ({
  name: field?.getAttribute("name") ?? null,
  button: field instanceof HTMLButtonElement ? field.value : null,
});

/** The field of that name, as it was drawn anew; the button that sends, when there is none. */
function fieldIn(form: HTMLFormElement | null, left: FieldName | null): HTMLElement | null {
  if (form === null) return null;
  const fields = [...form.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea, button")];
  const same = fields.find((field) => {
    const { name, button } = nameOf(field);
    return name !== null && name === left?.name && button === left.button;
  });
  return same ?? form.querySelector<HTMLElement>('button[type=submit]:not([tabindex="-1"])');
}

/** What one had typed here and left without sending: taken up again, or forgotten. */
function UnsavedOffer({ onTake, onForget }: { readonly onTake: () => void; readonly onForget: () => void }) {
  const { words } = useLanguage();
  const actions = (
    <>
      <Button onClick={onTake}>{words.resumeTyping}</Button>
      <Button variant="quiet" onClick={onForget}>
        {words.forgetTyping}
      </Button>
    </>
  );
  return <Notice actions={actions}>{words.unsavedTyping}</Notice>;
}

/** The button that sends the form around it; says « Envoi… » while its own request is under way, until it is answered. */
export function SubmitButton({ variant = "primary", ...rest }: ButtonProps) {
  const navigation = useNavigation();
  const answered = useAnswered();
  const sent = navigation.state === "idle" || answered ? undefined : navigation.formData;
  const sending = sent !== undefined && (rest.name === undefined || sent.get(rest.name) === String(rest.value));
  return <Button {...rest} variant={variant} type="submit" sending={rest.sending ?? sending} />;
}
