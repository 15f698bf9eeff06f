import { createContext } from "react-router";
import type { Language } from "#kernel/language.ts";
import type { App } from "../app.ts";
import type { SignedIn, Visitor } from "../session/session.ts";

/** What middleware and loaders share within one request. */
export const appContext = createContext<App>();
export const nonceContext = createContext<string>();
export const languageContext = createContext<Language>();
/** The signed-in user, or null. Read once per request. */
export const signedInContext = createContext<SignedIn | null>();
/** The device that asks: its address, cookies and language, for the acts of signing in. */
export const visitorContext = createContext<Visitor>();
/** The error of a request under which the database went away or a disk was full; null for all others. */
export const passingFaultContext = createContext<unknown>(null);
