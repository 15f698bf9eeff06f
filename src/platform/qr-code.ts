import { toString as draw } from "qrcode";

/** A QR code as an image that a page can show ("data:image/svg+xml…"). The same text gives the same drawing. */
export async function qrCode(text: string): Promise<string> {
  const svg = await draw(text, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}
