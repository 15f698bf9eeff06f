import type { ListWords } from "./list.fr.ts";

export const en: ListWords = {
  refusals: {
    "view.missing": "This view no longer exists.",
    "view.nameTaken": "You already have a view of this name in this list.",
    "view.tooMany": "You already have {count} views in this list. Delete one first.",
  },
  title: "My views",
  lead: "A view remembers the filters, the order and the columns of a list. To share it, send its address.",
  none: "You have no view yet",
  noneHelp: "In a list, choose filters, then “Save this view”.",
  name: "Name of the view",
  save: "Save the view",
  saveTitle: "Save a view",
  rename: "Rename",
  remove: "Delete",
  open: "Open “{name}”",
  saved: "View saved",
  renamed: "View renamed",
  removed: "View deleted",
  arranged: "Display saved",
  back: "Back to the list",
};
