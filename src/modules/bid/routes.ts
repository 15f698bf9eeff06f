import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** The same pages in a cooperative and in a network; only a cooperative takes a statement. */
export const bidRoutes: RouteConfigEntry[] = [
  route("reponses-communes", "modules/bid/bid/bids.page.tsx"),
  route("reponses-communes/nouvelle", "modules/bid/bid/new-bid.page.tsx"),
  route("reponses-communes/reprendre", "modules/bid/statement/take-statement.page.tsx"),
  route("reponses-communes/documents/:noteId", "modules/bid/note/note-file.page.ts"),
  route("reponses-communes/:bidId", "modules/bid/bid/bid.page.tsx"),
];
