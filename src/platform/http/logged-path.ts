/** What a log may keep of a path: long pieces that are not identifiers may open a door (links of invitation). */
export function loggedPath(pathname: string): string {
  return pathname
    .split("/")
    .map((piece) => (piece.length > 24 && !/^[0-9a-f-]{36}(\.data)?$/.test(piece) ? "…" : piece))
    .join("/");
}
