import { describe, expect, it } from "vitest";
import { CMYK_JPEG, JPEG, PDF_BYTES, PNG } from "../testing/pictures.ts";
import { documentType, fileName, readPicture } from "./file-content.ts";

const text = (content: string) => new TextEncoder().encode(content);

describe("Un fichier est ce que disent ses octets", () => {
  it.each([
    ["un PDF", PDF_BYTES, "application/pdf"],
    ["un PNG", PNG, "image/png"],
    ["un JPEG", JPEG, "image/jpeg"],
    ["un PDF coupé", PDF_BYTES.subarray(0, 100), null],
    ["un PNG coupé", PNG.subarray(0, PNG.length - 4), null],
    ["un PNG suivi d'autre chose", new Uint8Array([...PNG, ...text("<script>alert(1)</script>")]), null],
    ["un JPEG coupé", JPEG.subarray(0, 200), null],
    ["une page web", text("<!doctype html><script>alert(1)</script>"), null],
    ["un SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
    ["une page web qui finit comme un PDF", text("<html>%PDF-1.4 %%EOF"), null],
    ["un programme", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3]), null],
    ["un marqueur de JPEG sans rien", new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), null],
    ["rien", new Uint8Array(), null],
  ])("%s", (_, bytes, type) => {
    expect(documentType(bytes)).toBe(type);
  });

  it("une image dit ses côtés, et si elle est faite pour l'imprimerie", () => {
    expect(readPicture(PNG)).toEqual({ mediaType: "image/png", width: 160, height: 80, inks: false });
    expect(readPicture(JPEG)).toEqual({ mediaType: "image/jpeg", width: 160, height: 80, inks: false });
    expect(readPicture(CMYK_JPEG)).toMatchObject({ inks: true });
  });

  it("n'importe quels octets se lisent sans tomber ni tourner sans fin", () => {
    for (let seed = 0; seed < 400; seed += 1) {
      for (const picture of [PNG, JPEG]) {
        const broken = picture.slice();
        for (let place = seed % 7; place < broken.length; place += 1 + ((seed * 31) % 97))
          broken[place] = (seed * 17) % 256;
        broken.set(picture.subarray(0, 3));
        expect(() => documentType(broken)).not.toThrow();
      }
    }
    const endless = new Uint8Array(64).fill(0xff);
    endless.set([0xff, 0xd8, 0xff], 0);
    endless.set([0xff, 0xd9], 62);
    expect(documentType(endless)).toBeNull();
    expect(documentType(new Uint8Array([...JPEG.subarray(0, 4), 0, 0, ...JPEG.subarray(6)]))).not.toBe("image/png");
  });
});

describe("Un nom de fichier", () => {
  it.each([
    ["facture.pdf", "application/pdf", "facture.pdf"],
    ["C:\\Users\\moi\\Facture été.PDF", "application/pdf", "Facture été.pdf"],
    ["../../etc/passwd", "image/png", "passwd.png"],
    ["photo.html", "image/jpeg", "photo.jpg"],
    ['a"b\r\nSet-Cookie: x.pdf', "application/pdf", "a b Set-Cookie x.pdf"],
    ["..", "application/pdf", "document.pdf"],
    ["", "application/pdf", "document.pdf"],
    ["x".repeat(300), "application/pdf", `${"x".repeat(110)}.pdf`],
  ] as const)("%j", (typed, type, name) => {
    expect(fileName(typed, type)).toBe(name);
  });
});
