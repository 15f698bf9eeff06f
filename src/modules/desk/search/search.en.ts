import type { SearchWords } from "./search.fr.ts";

export const en: SearchWords = {
  title: "Search or do",
  label: "What are you looking for?",
  placeholder: "A customer, an invoice, an amount, an act…",
  submit: "Search",
  start: "Write a name, a number, an amount or the last digits of an IBAN.",
  nothing: "Nothing matches “{query}”.",
  nothingHelp: "Try another word, a number or an amount.",
  go: "Go to",
  do: "Create",
  found: "{count} result",
  foundMany: "{count} results",
  searching: "Searching…",
  escape: "Esc",
  failed: "The search did not come back. Try again in a moment.",
};
