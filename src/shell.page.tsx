import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { data, Outlet } from "react-router";
import { listChoices } from "#modules/desk/list/list.store.ts";
import { frameNames } from "#modules/membership/index.server.ts";
import { waitingFor } from "#modules/notification/index.server.ts";
import { CREATIONS, NAVIGATION, THING_TABS } from "#navigation.ts";
import { appContext } from "#platform/http/context.ts";
import { type Reader, readTenant } from "#platform/http/tenant.ts";
import { currentActivity } from "#ui/current-activity.ts";
import { FLASH_SHOWN, readFlash } from "#ui/flash.ts";
import { useLanguage } from "#ui/language.tsx";
import { holds, stands, summaryOf } from "#ui/navigation.ts";
import { readPreferences } from "#ui/preferences.ts";
import { type MenuItem, type ShellData, ShellProvider } from "#ui/shell-context.tsx";
import { StoryBanner } from "#ui/story-banner.island.tsx";
import { ToastRegion } from "#ui/toast.island.tsx";
import type { Route } from "./+types/shell.page";
import { BottomBar } from "./shell/bottom-bar.tsx";
import { delegateFrame } from "./shell/delegate-frame.store.ts";
import { Keyboard } from "./shell/keyboard.island.tsx";
import { menuOf } from "./shell/menu.ts";
import { PageChange } from "./shell/page-change.island.tsx";
import { en } from "./shell/shell.en.ts";
import { fr } from "./shell/shell.fr.ts";
import { SideMenu } from "./shell/side-menu.tsx";
import { TopBar } from "./shell/top-bar.tsx";

const Palette = lazy(() =>
  import("./modules/desk/search/palette.island.tsx").then((module) => ({ default: module.Palette })),
);

type Banner = typeof import("#ui/offline.island.tsx").OfflineBanner;

/** The colour of style.css: nothing to change. */
const DEFAULT_ACCENT = "#0b5c55";

const SUPPORT_ROLES = ["accompagnateur", "accountant", "payroll", "direction", "administrator", "facilitator"] as const;

/** What the frame of a page shows to whom. */
async function frameOf(reader: Reader, cookies: string | null) {
  const { app, tx, actor, organizationId, slug, language, now } = reader;
  if (actor.delegation !== undefined) return delegateFrame(reader);
  const names = await frameNames(tx, organizationId, actor.personId, [...actor.own.keys()]);
  if (names === null) throw data(null, { status: 404 });
  const summary = summaryOf(actor);
  const comfort = !holds(summary, SUPPORT_ROLES);
  const menu: ShellData = {
    slug,
    house: actor.house,
    comfort,
    lists: await listChoices(tx, actor),
    cooperativeName: names.cooperativeName,
    personName: `${names.firstName} ${names.lastName}`,
    ...menuOf({ entries: NAVIGATION, creations: CREATIONS }, summary, slug, language),
    thingTabs: THING_TABS.filter((tab) => stands(tab, summary)).map(({ thing, path, words }) => ({
      thing,
      path,
      label: words[language],
    })),
    activities: names.activities,
    activityId: currentActivity(cookies, actor),
  };
  const waiting = await waitingFor(tx, actor, app.topics, app.counters, now);
  return { menu, waiting, comfort, accent: names.accentColour };
}

/** The frame of every page of a cooperative. It shows what may be used; each page still decides for itself. */
export async function loader(args: Route.LoaderArgs) {
  const cookies = args.request.headers.get("cookie");
  const story = args.context.get(appContext).demo?.()?.progress ?? null;
  const shell = await readTenant(args, (reader) => frameOf(reader, cookies), { delegates: true });
  const message = readFlash(cookies);
  const preferences = readPreferences(cookies);
  return data(
    { ...shell, story, preferences, message },
    message === null ? undefined : { headers: { "set-cookie": FLASH_SHOWN } },
  );
}

export default function Shell({
  loaderData: { menu, waiting, comfort, accent, story, preferences, message },
}: Route.ComponentProps) {
  const { choose, language } = useLanguage();
  const words = choose({ fr, en });
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [Offline, setOffline] = useState<Banner | null>(null);
  // After the page, while there is a network to fetch it by.
  useEffect(() => {
    import("#ui/offline.island.tsx").then(
      ({ OfflineBanner }) => setOffline(() => OfflineBanner),
      () => undefined,
    );
  }, []);
  const openPalette = useCallback(() => setPaletteOpen(true), []);
  const map = useMemo(() => {
    const letters = (items: readonly MenuItem[]) =>
      Object.fromEntries(items.flatMap((item) => (item.letter ? [[item.letter, item.href]] : [])));
    return {
      creations: letters(menu.creations),
      places: letters([...menu.entries, ...menu.tabPages]),
      lettersOn: preferences.shortcuts,
    };
  }, [menu, preferences.shortcuts]);
  const first = useMemo(
    () => (message === null ? null : { text: message[language], undo: message.undo, refused: message.refused }),
    [message, language],
  );
  return (
    <ShellProvider value={menu}>
      {accent === DEFAULT_ACCENT ? null : (
        <link rel="stylesheet" href={`/marque/${accent.slice(1)}.css`} precedence="high" />
      )}
      <a
        href="#contenu"
        className="sr-only z-50 rounded-lg bg-marque px-4 py-3 font-semibold text-sur-marque focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      <div className={`min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block ${comfort ? "confort" : ""}`}>
        <SideMenu theme={preferences.theme} />
        <div className="flex min-w-0 flex-col">
          <TopBar onPalette={openPalette} waiting={waiting} />
          {Offline === null ? null : <Offline />}
          {story === null ? null : <StoryBanner first={story} href="/demonstration/etat" />}
          <main id="contenu" tabIndex={-1} className="cadre flex-1 pt-5 pb-28 outline-none sm:pt-6 md:pb-12">
            <Outlet />
          </main>
        </div>
      </div>
      <BottomBar theme={preferences.theme} />
      <PageChange />
      <Keyboard map={map} onPalette={openPalette} />
      {paletteOpen ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setPaletteOpen(false)} />
        </Suspense>
      ) : null}
      <ToastRegion first={first} />
    </ShellProvider>
  );
}
