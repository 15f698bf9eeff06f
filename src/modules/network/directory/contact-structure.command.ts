import { z } from "zod";
import { fill } from "#kernel/language.ts";
import { type Refusal, refuse } from "#kernel/refusal.ts";
import { organizationProfile } from "#modules/membership/index.server.ts";
import { emailText, idText, oneOf, requiredText } from "#platform/field.ts";
import { requestMail } from "#platform/mail/mail.ts";
import { definePublicCommand } from "#platform/public-command.ts";
import { findStructure } from "../structure/structure.store.ts";
import { en } from "./directory.en.ts";
import { type DirectoryRefusalCode, fr } from "./directory.fr.ts";
import { admitContact, publicPageOf } from "./page.store.ts";

/** Somebody writes to a structure of the public directory: its address receives it, and is not told. */
export const contactStructure = definePublicCommand({
  public: true,
  name: "network.structure.contact",
  input: z.object({
    structureId: idText<"structure">(),
    name: requiredText(100),
    email: emailText(),
    message: requiredText(4000),
    language: oneOf(["fr", "en"]),
    /** The sealed address of who sends. */
    sender: requiredText(100),
  }),
  async act(context, input): Promise<{ received: true } | Refusal<DirectoryRefusalCode>> {
    const { tx, organizationId } = context;
    const { structureId, name, email, message, language, sender } = input;
    const structure = await findStructure(tx, organizationId, structureId);
    const { open } = await publicPageOf(tx, organizationId);
    if (!open || structure === null || !structure.listed || structure.closedOn !== null || structure.email === "") {
      return refuse("missing", "directory.noContact");
    }
    if (!(await admitContact(context, structureId, sender))) return refuse("conflict", "directory.tooMany");
    const { legalName } = await organizationProfile(tx, organizationId);
    const words = (language === "fr" ? fr : en).letter;
    await requestMail(context, {
      recipient: structure.email,
      replyTo: email,
      senderName: legalName,
      subject: fill(words.subject, { name }),
      body: fill(words.body, { name, email, message, network: legalName, structure: structure.name }),
      subjectKind: "network.structure",
      subjectId: structureId,
    });
    context.audit({ subjectKind: "network.structure", subjectId: structureId, details: { contacted: true } });
    return { received: true };
  },
});
