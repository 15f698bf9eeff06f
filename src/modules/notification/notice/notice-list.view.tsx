import { ArrowRight, Circle, CircleAlert, CircleCheck, ListChecks } from "lucide-react";
import type { ReactNode } from "react";
import { Form } from "react-router";
import type { Day } from "#kernel/day.ts";
import type { TopicKind } from "#kernel/topic.ts";
import { Button, ButtonLink } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { longDay, relativeDay } from "#ui/format.ts";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./notice.en.ts";
import { fr } from "./notice.fr.ts";
import type { Told } from "./sentence.ts";

export type ShownNotice = Told & {
  readonly id: string;
  readonly kind: TopicKind;
  readonly on: Day;
  readonly read: boolean;
};
export type ShownCounter = Told & { readonly key: string; readonly href: string };

/** What must be done, then the news, then what was read already. */
export function NoticeSections({
  notices,
  counted,
  today,
}: {
  readonly notices: readonly ShownNotice[];
  readonly counted: readonly ShownCounter[];
  readonly today: Day;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  const todo = notices.filter(({ kind }) => kind === "yours");
  const news = notices.filter(({ kind, read }) => kind === "news" && !read);
  const older = notices.filter(({ kind, read }) => kind === "news" && read);
  return (
    <>
      {counted.length + todo.length > 0 ? (
        <Card title={words.todo} padded={false}>
          <ul className="divide-y divide-bordure">
            {counted.map(({ key, sentence, detail, action, href }) => (
              <Line key={key} icon={<ListChecks aria-hidden="true" size={22} className="text-attention" />}>
                <Text sentence={sentence} detail={detail} strong />
                <ButtonLink variant="primary" size="small" to={href}>
                  {action}
                </ButtonLink>
              </Line>
            ))}
            {todo.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} today={today} />
            ))}
          </ul>
        </Card>
      ) : null}
      {news.length > 0 ? (
        <Card title={words.news} padded={false}>
          <ul className="divide-y divide-bordure">
            {news.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} today={today} />
            ))}
          </ul>
        </Card>
      ) : null}
      {older.length > 0 ? (
        <Card title={words.older} description={words.olderHelp} padded={false}>
          <ul className="divide-y divide-bordure">
            {older.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} today={today} />
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li data-row className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <span className="mt-0.5 shrink-0">{icon}</span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-2">{children}</div>
    </li>
  );
}

function Text({
  sentence,
  detail,
  strong = false,
  when,
}: {
  readonly sentence: string;
  readonly detail: string | null;
  readonly strong?: boolean;
  readonly when?: ReactNode;
}) {
  return (
    <div className="min-w-0 flex-[1_1_16rem] [overflow-wrap:anywhere]">
      <p className={strong ? "font-semibold" : ""}>{sentence}</p>
      {detail ? <p className="text-texte2">{detail}</p> : null}
      {when}
    </div>
  );
}

function NoticeLine({ notice, today }: { readonly notice: ShownNotice; readonly today: Day }) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const { id, kind, sentence, detail, action, on, read } = notice;
  const open = kind === "yours";
  const Icon = open ? CircleAlert : read ? CircleCheck : Circle;
  const colour = open ? "text-attention" : read ? "text-texte2" : "fill-marque text-marque";
  return (
    <Line
      icon={
        <Icon
          aria-hidden="true"
          size={open || read ? 22 : 12}
          className={`${colour} ${open || read ? "" : "mx-[5px] mt-1.5"}`}
        />
      }
    >
      <Text
        sentence={sentence}
        detail={detail}
        strong={!read}
        when={
          <p className="text-aide text-texte2">
            <time dateTime={on} title={longDay(on, language)}>
              {relativeDay(on, today, language)}
            </time>
            {read || open ? null : <span className="sr-only"> ({words.unread})</span>}
          </p>
        }
      />
      <Form method="post">
        <input type="hidden" name="notice" value={id} />
        <Button
          type="submit"
          size="small"
          variant={open ? "primary" : "secondary"}
          icon={open ? undefined : ArrowRight}
        >
          {action}
        </Button>
      </Form>
    </Line>
  );
}
