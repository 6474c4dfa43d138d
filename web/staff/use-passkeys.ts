/** A challenge of the server, as JSON has it: bytes are base64url. */
interface Options {
  readonly challenge?: string;
  readonly user?: { readonly id: string };
  readonly excludeCredentials?: readonly { readonly id: string }[];
}

/**
 * Shows the buttons that make or use a key of this device, where the server has something to ask (`data-passkey`) and the
 * browser can; the answer goes with the button's form.
 */
export function usePasskeys(document: Document): void {
  if (typeof PublicKeyCredential === 'undefined') return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-passkey]')) void prepare(button);
}

async function prepare(button: HTMLButtonElement): Promise<void> {
  const address = button.dataset['passkey'] ?? '';
  if ((await askFor(address))?.challenge === undefined) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void answer(button, address);
  });
}

async function askFor(address: string): Promise<Options | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as Options) : undefined;
  } catch {
    return undefined;
  }
}

async function answer(button: HTMLButtonElement, address: string): Promise<void> {
  // Asked for anew: the page may have been open for longer than a challenge holds.
  const options = await askFor(address);
  const form = button.form;
  const field = form?.elements.namedItem('passkey');
  if (options === undefined || form === null || !(field instanceof HTMLInputElement)) return;
  const publicKey = withBytes(options);
  try {
    const credential =
      options.user === undefined
        ? await navigator.credentials.get({ publicKey: publicKey as PublicKeyCredentialRequestOptions })
        : await navigator.credentials.create({ publicKey: publicKey as PublicKeyCredentialCreationOptions });
    if (!(credential instanceof PublicKeyCredential)) return;
    field.value = JSON.stringify(written(credential));
    if (button.dataset['action'] !== undefined) form.action = button.dataset['action'];
    form.submit();
  } catch {
    // The person closed the window of the device: nothing has happened.
  }
}

function withBytes(options: Options): unknown {
  return {
    ...options,
    challenge: read(options.challenge ?? ''),
    ...(options.user && { user: { ...options.user, id: read(options.user.id) } }),
    ...(options.excludeCredentials && {
      excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, id: read(one.id) })),
    }),
  };
}

function written({ id, type, rawId, response }: PublicKeyCredential): object {
  const common = { id, type, rawId: write(rawId), clientExtensionResults: {} };
  const clientDataJSON = write(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const transports = response.getTransports();
    return {
      ...common,
      response: { clientDataJSON, attestationObject: write(response.attestationObject), transports },
    };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    ...common,
    response: {
      clientDataJSON,
      authenticatorData: write(authenticatorData),
      signature: write(signature),
      ...(userHandle !== null && { userHandle: write(userHandle) }),
    },
  };
}

const read = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

const write = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
