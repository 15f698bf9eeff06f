import { describe, expect, it } from "vitest";
import { clientAddress, trustedProxyList } from "./client-address.ts";

const none = trustedProxyList([]);
const proxies = trustedProxyList(["10.0.0.0/8", "2001:db8::1"]);

describe("L'adresse d'un visiteur", () => {
  it("est celle de la connexion quand aucun mandataire n'est de confiance, quoi que dise l'en-tête", () => {
    expect(clientAddress("203.0.113.9", "1.2.3.4", none)).toBe("203.0.113.9");
    expect(clientAddress("::ffff:203.0.113.9", null, none)).toBe("203.0.113.9");
  });

  it("est la dernière que le mandataire de confiance n'a pas lui-même ajoutée", () => {
    expect(clientAddress("10.0.0.2", "198.51.100.7", proxies)).toBe("198.51.100.7");
    expect(clientAddress("2001:db8::1", "198.51.100.7, 10.1.1.1", proxies)).toBe("198.51.100.7");
  });

  it("ne croit pas ce que le client a écrit devant", () => {
    expect(clientAddress("10.0.0.2", "127.0.0.1, 198.51.100.7", proxies)).toBe("198.51.100.7");
  });

  it("reste celle du mandataire quand l'en-tête manque ou ne veut rien dire", () => {
    expect(clientAddress("10.0.0.2", null, proxies)).toBe("10.0.0.2");
    expect(clientAddress("10.0.0.2", "unknown", proxies)).toBe("10.0.0.2");
  });

  it("refuse au démarrage un mandataire qui n'est pas une adresse", () => {
    expect(() => trustedProxyList(["proxy.local"])).toThrow("proxy.local");
  });
});
