import { type ChosenStructure, StructureChoice } from "#modules/network/index.view.ts";
import { useLanguage } from "#ui/language.tsx";
import { Select, Textarea, TextInput } from "#ui/text-input.tsx";
import { en } from "../grid.en.ts";
import { fr } from "../grid.fr.ts";
import { PROJECT_KINDS, type Project } from "./project.ts";

/** What a project is and who takes part, to write or to correct. */
export function ProjectFields({
  project,
  structures,
}: {
  readonly project: Project | null;
  readonly structures: readonly ChosenStructure[];
}) {
  const all = useLanguage().choose({ fr, en });
  const words = all.projects;
  return (
    <>
      <TextInput name="name" label={words.name} defaultValue={project?.name ?? ""} maxLength={160} required />
      <Select
        name="kind"
        label={words.kind}
        defaultValue={project?.kind ?? "ptce"}
        options={PROJECT_KINDS.map((value) => ({ value, label: all.kinds[value] }))}
      />
      <TextInput
        name="territory"
        label={words.territory}
        defaultValue={project?.territory ?? ""}
        maxLength={160}
        optional
      />
      <Textarea
        name="description"
        label={words.description}
        defaultValue={project?.description ?? ""}
        maxLength={2000}
        optional
      />
      <StructureChoice
        name="partnerIds"
        label={words.partners}
        structures={structures}
        first={["cae", "thirdPlace", "authority"]}
        chosen={project?.partnerIds ?? []}
      />
    </>
  );
}
