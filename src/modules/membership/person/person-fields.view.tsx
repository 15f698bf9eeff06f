import type { Translation } from "#kernel/language.ts";
import { Select, TextInput } from "#ui/text-input.tsx";
import type { fr } from "./person-screen.fr.ts";

export type PersonFormValues = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly siteId: string | null;
  readonly followerId: string | null;
};

export type PersonChoices = {
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly followers: readonly { readonly personId: string; readonly name: string }[];
};

/** The fields of a person, empty or filled. */
export function PersonFields({
  words,
  person,
  choices,
}: {
  readonly words: Translation<(typeof fr)["form"]>;
  readonly person?: PersonFormValues;
  readonly choices: PersonChoices;
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput
        name="firstName"
        label={words.firstName}
        defaultValue={person?.firstName}
        autoComplete="off"
        required
      />
      <TextInput name="lastName" label={words.lastName} defaultValue={person?.lastName} autoComplete="off" required />
      <TextInput
        name="email"
        type="email"
        label={words.email}
        help={words.emailHelp}
        defaultValue={person?.email}
        autoComplete="off"
        autoCapitalize="none"
        fieldClassName="sm:col-span-2"
        required
      />
      <TextInput name="phone" type="tel" label={words.phone} defaultValue={person?.phone} autoComplete="off" optional />
      {choices.sites.length === 0 ? null : (
        <Select
          name="siteId"
          label={words.site}
          placeholder={words.noSite}
          defaultValue={person?.siteId ?? ""}
          options={choices.sites.map((site) => ({ value: site.id, label: site.name }))}
          optional
        />
      )}
      {choices.followers.length === 0 ? null : (
        <Select
          name="followerId"
          label={words.follower}
          placeholder={words.noFollower}
          defaultValue={person?.followerId ?? ""}
          options={choices.followers.map((follower) => ({ value: follower.personId, label: follower.name }))}
          optional
        />
      )}
    </div>
  );
}
