/** The two ceremonies of passkeys, in the browser's own JSON forms (WebAuthn level 3): no library is needed. */

/** True when this browser can use passkeys and speaks their JSON. */
export function canUsePasskeys(): boolean {
  return (
    typeof PublicKeyCredential === "function" &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function" &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function"
  );
}

async function call<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(
    `/api/auth/passkey/${path}`,
    body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
  );
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Signs in with a passkey of this device. Rejects when the person gives up or the key is not known here. */
export async function enterWithPasskey(): Promise<void> {
  const options = await call<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: "required" });
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  await call("verify-authentication", { response: credential.toJSON() });
}

/** Adds a passkey of this device to the account that is signed in. Rejects when the person gives up. */
export async function addPasskey(name: string): Promise<void> {
  const options = await call<PublicKeyCredentialCreationOptionsJSON>("generate-register-options");
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  await call("verify-registration", { response: credential.toJSON(), name });
}
