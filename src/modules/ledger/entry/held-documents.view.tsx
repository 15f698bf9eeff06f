import { FileInput } from "#ui/file-input.island.tsx";
import { useLanguage } from "#ui/language.tsx";
import { en } from "./entry-document.en.ts";
import { fr } from "./entry-document.fr.ts";

/** Where documents are chosen; those of an earlier try stay ticked, and are left out when unticked. */
export function DocumentFields({
  held,
  optional,
}: {
  readonly held: readonly { readonly id: string; readonly name: string }[];
  readonly optional?: boolean;
}) {
  const { choose } = useLanguage();
  const words = choose({ fr, en });
  return (
    <div className="flex flex-col gap-3">
      {held.length === 0 ? null : (
        <fieldset className="flex min-w-0 flex-col gap-1">
          <legend className="font-semibold">{words.held}</legend>
          {held.map(({ id, name }) => (
            <label key={id} className="flex min-h-8 min-w-0 items-center gap-3 [overflow-wrap:anywhere]">
              <input type="checkbox" name="held" value={id} defaultChecked className="size-5 shrink-0" />
              <input type="hidden" name={`heldName.${id}`} value={name} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
      {/* A new key empties the field: what it held is kept above. */}
      <FileInput
        key={held.map(({ id }) => id).join()}
        name="files"
        label={words.files}
        help={words.filesHelp}
        accept="application/pdf,image/png,image/jpeg"
        multiple
        optional={optional}
      />
    </div>
  );
}
