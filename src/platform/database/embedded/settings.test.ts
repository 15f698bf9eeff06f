import { describe, expect, test } from "vitest";
import { parsePostmasterFile } from "./postmaster-file.ts";
import { authenticationText, configurationText, identityText } from "./settings.ts";

describe("La configuration du serveur intégré", () => {
  test("garde chaque validation acquise sur le disque", () => {
    const text = configurationText("/s");
    for (const line of ["fsync = 'on'", "full_page_writes = 'on'", "synchronous_commit = 'on'"]) {
      expect(text).toContain(line);
    }
  });

  test("ne s'ouvre sur aucun réseau et ne charge aucune extension d'office", () => {
    const text = configurationText("/s");
    expect(text).toContain("listen_addresses = ''");
    expect(text).toContain("shared_preload_libraries = ''");
    expect(text).toContain("unix_socket_permissions = '0700'");
  });

  test("n'écrit dans son journal ni requêtes ni valeurs de clés", () => {
    const text = configurationText("/s");
    expect(text).toContain("log_min_error_statement = 'panic'");
    expect(text).toContain("log_error_verbosity = 'terse'");
  });

  test("refuse qu'on change l'adresse, ou un nom qui n'en est pas un", () => {
    expect(() => configurationText("/s", { listen_addresses: "*" })).toThrow("listen_addresses");
    expect(() => configurationText("/s", { "fsync = 'off'\nport": "1" })).toThrow("not a free setting");
  });

  test("protège les guillemets, les apostrophes et les barres d'un chemin ou d'une valeur", () => {
    const text = configurationText(`/l'été, "ici"\\là`, { application_name: "a'b\\c" });
    expect(text).toContain(`unix_socket_directories = '"/l''été, ""ici""\\\\là"'`);
    expect(text).toContain("application_name = 'a''b\\\\c'");
  });

  test("n'admet que les comptes nommés, chacun une fois", () => {
    expect(authenticationText()).toBe("local all all peer map=essaim\n");
    expect(identityText(["essaim", "", "root", "essaim"])).toBe('essaim "essaim" all\nessaim "root" all\n');
  });
});

describe("Le fichier postmaster.pid", () => {
  test("donne le processus, le dossier de la prise et l'état", () => {
    // From a running PostgreSQL 18.4.
    const text = "9968\n/srv/essaim/cluster\n1795382437\n5432\n/srv/essaim/socket\n\n  1234567     32770\nready   \n";
    expect(parsePostmasterFile(text)).toEqual({
      pid: 9968,
      port: 5432,
      socketDirectory: "/srv/essaim/socket",
      status: "ready",
    });
  });

  test("coupé par une panne, ne dit rien plutôt que n'importe quoi", () => {
    expect(parsePostmasterFile("")).toBeNull();
    expect(parsePostmasterFile("\0\0\0\0")).toBeNull();
    expect(parsePostmasterFile("-12\n/srv")).toBeNull();
    expect(parsePostmasterFile("12\n/srv")).toEqual({ pid: 12, port: 0, socketDirectory: "", status: "" });
  });
});
