import type { ShouldRevalidateFunctionArgs } from "react-router";

/**
 * After a conflict the page is read again, so that what the other person saved shows beside one's own typing. The
 * framework does not do so by itself after a refused act.
 */
export function afterConflict({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
