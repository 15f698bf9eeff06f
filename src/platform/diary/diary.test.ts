/** Un agenda extérieur : à quelles adresses on le demande, ce qu’on en lit, et ce qui n’arrête personne. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Instant } from "#kernel/day.ts";
import { busyTimes } from "./busy-times.ts";
import { type Door, fetchDiary } from "./fetch-diary.ts";
import { isPublicIp, readAddress } from "./public-address.ts";
import { readDiary } from "./read-diary.ts";

const CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

describe("L’adresse", () => {
  test.each([
    ["https://agenda.example/prive.ics", "https://agenda.example/prive.ics"],
    ["webcal://agenda.example/prive.ics", "https://agenda.example/prive.ics"],
    [" HTTPS://Agenda.Example/a?b=c ", "https://agenda.example/a?b=c"],
    ["https://93.184.216.34/a", "https://93.184.216.34/a"],
  ])("%s se demande", (typed, asked) => expect(readAddress(typed)?.href).toBe(asked));

  test.each([
    ...["http://agenda.example/a", "ftp://agenda.example/a", "file:///etc/passwd", "javascript:alert(1)", "agenda", ""],
    ...["https://agenda.example:8080/a", "https://moi:secret@agenda.example/a", "https://localhost/a", "https://nas/a"],
    ...[
      "https://127.0.0.1/a",
      "https://2130706433/a",
      "https://0x7f.1/a",
      "https://10.1.2.3/a",
      "https://192.168.1.1/a",
    ],
    ...["https://169.254.169.254/latest", "https://[::1]/a", "https://[fd00::1]/a", "https://[::ffff:127.0.0.1]/a"],
    ...["https://imprimante.local/a", "https://base.internal/a", "https://box.home.arpa/a"],
  ])("%s est refusée", (typed) => expect(readAddress(typed)).toBeNull());

  it("publique, ou de la maison", () => {
    const open = ["93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1"];
    const closed = [
      ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.53", "169.254.169.254", "172.16.0.1", "172.31.255.255"],
      ...["192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1"],
      ...["::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "2001::1", "pas une adresse"],
    ];
    expect(open.filter((ip) => !isPublicIp(ip))).toEqual([]);
    expect(closed.filter(isPublicIp)).toEqual([]);
  });
});

describe("La demande", () => {
  let double: Server;
  let at = "";
  let asked: string[] = [];
  const pages: Record<string, [status: number, headers: Record<string, string>, body: string | null]> = {
    "/bon": [200, {}, CALENDAR],
    "/page": [200, {}, "<html></html>"],
    "/perdu": [404, {}, ""],
    "/gros": [200, {}, CALENDAR + "X".repeat(3_000)],
    "/muet": [200, {}, null],
    "/ailleurs": [302, { location: "/bon" }, ""],
    "/tourne": [302, { location: "/tourne" }, ""],
    "/dedans": [302, { location: "https://169.254.169.254/latest" }, ""],
  };
  beforeAll(async () => {
    double = createServer((request, answer) => {
      asked.push(request.url ?? "");
      const [status, headers, body] = pages[request.url ?? ""] ?? [404, {}, ""];
      answer.writeHead(status, headers);
      if (body !== null) answer.end(body);
    });
    await new Promise<void>((done) => double.listen(0, "127.0.0.1", done));
    at = `http://127.0.0.1:${(double.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    double.closeAllConnections();
    double.close();
  });

  const local: Door = {
    read: (text) => (text.startsWith(at) ? new URL(text) : readAddress(text)),
    allows: () => true,
    milliseconds: 1_500,
    bytes: 2_000,
  };

  test.each([
    ["/bon", { text: CALENDAR }],
    ["/ailleurs", { text: CALENDAR }],
    ["/page", { fault: "notCalendar" }],
    ["/perdu", { fault: "refused" }],
    ["/gros", { fault: "tooLarge" }],
    ["/muet", { fault: "tooSlow" }],
    ["/tourne", { fault: "refused" }],
    ["/dedans", { fault: "private" }],
  ])("%s", async (path, answer) => expect(await fetchDiary(`${at}${path}`, local)).toEqual(answer));

  it("ne suit que trois renvois", async () => {
    asked = [];
    await fetchDiary(`${at}/tourne`, local);
    expect(asked).toHaveLength(4);
  });

  it("une machine de la maison n’est pas appelée, ni par son numéro, ni par un nom qui y mène", async () => {
    asked = [];
    const guarded: Door = { ...local, read: (text) => new URL(text), allows: isPublicIp };
    for (const address of [`${at}/bon`, at.replace("127.0.0.1", "localhost")]) {
      expect(await fetchDiary(address, guarded)).toEqual({ fault: "private" });
    }
    expect(await fetchDiary("https://127.0.0.1/bon")).toEqual({ fault: "private" });
    expect(asked).toEqual([]);
  });

  it("personne ne répond", async () => {
    expect(await fetchDiary("http://127.0.0.1:1/", { ...local, read: (text) => new URL(text) })).toEqual({
      fault: "unreachable",
    });
  });
});

const PARIS = `BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE`;
const diary = (...events: string[]) => `BEGIN:VCALENDAR\nVERSION:2.0\n${events.join("\n")}\nEND:VCALENDAR`;
const event = (...lines: string[]) => `BEGIN:VEVENT\nUID:${lines[0]}\n${lines.join("\n")}\nEND:VEVENT`;
const [FROM, UNTIL] = ["2026-11-27T00:00:00.000Z", "2027-05-27T00:00:00.000Z"] as [Instant, Instant];
const seen = (text: string, timeZone = "Europe/Paris") =>
  busyTimes({ text, from: FROM, until: UNTIL, timeZone }).map(
    ({ startsAt, endsAt }) => `${startsAt.slice(0, 16)} ${endsAt.slice(0, 16)}`,
  );

describe("Ce qu’on en lit", () => {
  it("les moments pris, en UTC, quelle que soit la façon dont l’heure est dite", () => {
    const noon = ["2026-12-01T11:00 2026-12-01T12:00"];
    expect(seen(diary(event("DTSTART:20261201T110000Z", "DTEND:20261201T120000Z")))).toEqual(noon);
    expect(seen(diary(event("DTSTART:20261201T110000Z", "DURATION:PT1H")))).toEqual(noon);
    expect(seen(diary(event("DTSTART:20261201T120000", "DTEND:20261201T130000")))).toEqual(noon);
    const zone = "TZID=Romance Standard Time";
    expect(seen(diary(PARIS, event(`DTSTART;${zone}:20261201T120000`, `DTEND;${zone}:20261201T130000`)))).toEqual(noon);
    // A zone that is named and not described, as everybody knows it.
    const reunion = "TZID=Indian/Reunion";
    expect(seen(diary(event(`DTSTART;${reunion}:20261201T150000`, `DTEND;${reunion}:20261201T160000`)))).toEqual(noon);
    expect(seen(diary(event("DTSTART:20261201T150000", "DTEND:20261201T160000")), "Indian/Reunion")).toEqual(noon);
  });

  it("un jour entier, celui de la coopérative ; ce qui se touche n’en fait qu’un", () => {
    expect(seen(diary(event("DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203")))).toEqual([
      "2026-11-30T23:00 2026-12-02T23:00",
    ]);
    const [first, next] = [
      event("DTSTART:20261201T110000Z", "DTEND:20261201T120000Z"),
      event("DTSTART:20261201T120000Z", "DTEND:20261201T130000Z"),
    ];
    expect(seen(diary(next, first))).toEqual(["2026-12-01T11:00 2026-12-01T13:00"]);
  });

  it("ni ce qui est annulé, ni ce qui laisse libre, ni ce qui est passé ou trop loin", () => {
    const hours = ["DTSTART:20261201T110000Z", "DTEND:20261201T120000Z"];
    const far = ["DTSTART:20280101T110000Z", "DTEND:20280101T120000Z"];
    const past = ["DTSTART:20261126T110000Z", "DTEND:20261126T120000Z"];
    expect(
      seen(
        diary(
          event(...hours, "STATUS:CANCELLED"),
          event(...hours, "TRANSP:TRANSPARENT"),
          event(...far),
          event(...past),
        ),
      ),
    ).toEqual([]);
  });

  it("ce qui revient, à la même heure en hiver et en été, sauf ce qui est ôté, déplacé ou annulé", () => {
    const zone = "TZID=Romance Standard Time";
    const weekly = event(
      ...[`DTSTART;${zone}:20240104T140000`, `DTEND;${zone}:20240104T150000`, "RRULE:FREQ=WEEKLY;BYDAY=TH"],
      ...[`EXDATE;${zone}:20261210T140000`, "SUMMARY:Chez le médecin"],
    ).replace(/UID:.*/, "UID:hebdo");
    const exception = (day: string, ...lines: string[]) =>
      event(`RECURRENCE-ID;${zone}:${day}T140000`, ...lines).replace(/UID:.*/, "UID:hebdo");
    const moved = exception("20261217", `DTSTART;${zone}:20261218T090000`, `DTEND;${zone}:20261218T100000`);
    const cancelled = exception(
      ...([
        "20261224",
        `DTSTART;${zone}:20261224T140000`,
        `DTEND;${zone}:20261224T150000`,
        "STATUS:CANCELLED",
      ] as const),
    );
    const times = seen(diary(PARIS, weekly, moved, cancelled));
    expect(times.slice(0, 3)).toEqual([
      "2026-12-03T13:00 2026-12-03T14:00",
      "2026-12-18T08:00 2026-12-18T09:00",
      "2026-12-31T13:00 2026-12-31T14:00",
    ]);
    expect(times).toContain("2027-04-01T12:00 2027-04-01T13:00");
    expect(JSON.stringify(times)).not.toContain("médecin");
  });

  it("un agenda qui ne dit que libre ou pris", () => {
    const said = ["FREEBUSY:20261201T110000Z/20261201T120000Z", "FREEBUSY;FBTYPE=FREE:20261202T110000Z/PT1H"];
    expect(seen(diary(`BEGIN:VFREEBUSY\nUID:1\n${said.join("\n")}\nEND:VFREEBUSY`))).toEqual([
      "2026-12-01T11:00 2026-12-01T12:00",
    ]);
  });

  it("est lu dans un fil à part ; une règle sans fin et un texte cassé n’arrêtent personne", async () => {
    const asked = { from: FROM, until: UNTIL, timeZone: "Europe/Paris" };
    const good = diary(event("DTSTART:20261201T110000Z", "DTEND:20261201T120000Z"));
    expect(await readDiary({ ...asked, text: good })).toEqual({
      times: [{ startsAt: "2026-12-01T11:00:00.000Z", endsAt: "2026-12-01T12:00:00.000Z" }],
    });
    const hours = ["DTSTART:20261201T110000Z", "DTEND:20261201T120000Z"];
    const endless = diary(event(...hours, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"));
    expect(await readDiary({ ...asked, text: endless }, 1_000)).toEqual({ fault: "tooSlow" });
    expect(await readDiary({ ...asked, text: "BEGIN:VCALENDAR\nBEGIN:VEVENT" })).toEqual({ fault: "notCalendar" });
  });
});
