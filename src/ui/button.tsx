import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import { Link, type LinkProps } from "react-router";
import { useLanguage } from "./language.tsx";

/** primary: the one main act of a screen · secondary: the others · quiet: in lists · danger: cannot be undone. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "regular" | "small";

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-lg font-semibold no-underline cursor-pointer select-none " +
  "transition-colors duration-150 aria-busy:cursor-progress";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "bg-marque text-sur-marque hover:bg-marque-forte",
  secondary: "border border-bordure-forte bg-surface text-texte hover:bg-surface2",
  quiet: "text-marque hover:bg-marque-fond",
  danger: "bg-erreur text-sur-erreur hover:brightness-90",
};

/** Small ones are 44 px for a finger and 36 px for a mouse. */
const SIZE: Record<ButtonSize, string> = {
  regular: "min-h-11 px-4 py-2 text-corps",
  small: "min-h-11 pointer-fine:min-h-9 px-3 py-1 text-tableau",
};

/** The classes of a button, for the rare element that must look like one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "regular"): string {
  return `${BASE} ${VARIANT[variant]} ${SIZE[size]}`;
}

type Look = { readonly variant?: ButtonVariant; readonly size?: ButtonSize; readonly icon?: LucideIcon };

export type ButtonProps = Look &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, "style"> & {
    /** While true the button says « Envoi… », keeps its width, and a second click does nothing. */
    readonly sending?: boolean;
    readonly ref?: Ref<HTMLButtonElement>;
  };

/** A button never looks disabled: let people click, and explain. */
export function Button({
  variant,
  size,
  icon: Icon,
  sending = false,
  className = "",
  children,
  type,
  ...rest
}: ButtonProps) {
  const { words } = useLanguage();
  return (
    <button
      {...rest}
      type={type ?? "button"}
      aria-busy={sending || undefined}
      onClick={sending ? (event) => event.preventDefault() : rest.onClick}
      className={`${buttonClass(variant, size)} ${className}`}
    >
      {Icon ? <Icon aria-hidden="true" size={20} className="shrink-0" /> : null}
      <span className="grid">
        <span className={`col-start-1 row-start-1 ${sending ? "invisible" : ""}`}>{children}</span>
        {sending ? <span className="col-start-1 row-start-1 text-center">{words.sending}</span> : null}
      </span>
    </button>
  );
}

export type ButtonLinkProps = Look & Omit<LinkProps, "style"> & { readonly children: ReactNode };

/** A link that looks like a button: going somewhere, never doing something. */
export function ButtonLink({ variant, size, icon: Icon, className = "", children, ...rest }: ButtonLinkProps) {
  return (
    <Link prefetch="intent" {...rest} className={`${buttonClass(variant, size)} ${className}`}>
      {Icon ? <Icon aria-hidden="true" size={20} className="shrink-0" /> : null}
      {children}
    </Link>
  );
}

/** A link in a sentence or a cell. */
export function TextLink({ className = "", ...rest }: Omit<LinkProps, "style">) {
  return (
    <Link
      prefetch="intent"
      {...rest}
      className={`text-marque underline decoration-1 underline-offset-4 hover:decoration-2 ${className}`}
    />
  );
}
