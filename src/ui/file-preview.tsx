import { Download, ExternalLink } from "lucide-react";
import { fill } from "#kernel/language.ts";
import { ButtonLink, buttonClass } from "./button.tsx";
import { useLanguage } from "./language.tsx";

/** What a page may show of a kept file; anything else is only given to be downloaded. */
const PICTURES = ["image/png", "image/jpeg"];

/**
 * A kept file inside a page: a picture bounded by the screen, a PDF in the browser's own reader where there is room for it. On a
 * phone, whose browsers show no PDF within a page, the button opens it. A page, a drawing (SVG) or a script is never shown.
 */
export function FilePreview({
  src,
  name,
  mediaType,
}: {
  readonly src: string;
  readonly name: string;
  readonly mediaType: string;
}) {
  const words = useLanguage().choose({
    fr: {
      picture: "Aperçu de {name}",
      open: "Ouvrir dans un onglet",
      download: "Télécharger",
      none: "Ce fichier se lit dans son logiciel : téléchargez-le.",
    },
    en: {
      picture: "Preview of {name}",
      open: "Open in a tab",
      download: "Download",
      none: "This file is read in its own software: download it.",
    },
  });
  const picture = PICTURES.includes(mediaType);
  const paper = mediaType === "application/pdf";
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-3">
        {picture || paper ? (
          <ButtonLink icon={ExternalLink} to={src} target="_blank" rel="noopener" reloadDocument prefetch="none">
            {words.open}
          </ButtonLink>
        ) : (
          <p>{words.none}</p>
        )}
        <a href={src} download={name} className={buttonClass("secondary")}>
          <Download aria-hidden="true" className="size-4" />
          {words.download}
        </a>
      </div>
      {picture ? (
        <img
          src={src}
          alt={fill(words.picture, { name })}
          className="max-h-[80vh] w-fit max-w-full rounded-lg border border-bordure object-contain"
        />
      ) : null}
      {paper ? (
        <iframe
          src={src}
          title={fill(words.picture, { name })}
          className="hidden h-[80vh] w-full rounded-lg border border-bordure sm:block"
        />
      ) : null}
    </div>
  );
}
