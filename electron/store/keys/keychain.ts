/** The operating system's own safe for small secrets. Main implements it; the store never sees Electron. */
export interface Keychain {
  /** What Settings calls it, for example `gnome_libsecret`. */
  readonly name: string;
  /** False also where the "keychain" is only a password written into the program. */
  isAvailable(): Promise<boolean>;
  wrap(keyHex: string): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<string>;
}

/** Who keeps the database key from a thief of the disk: the keychain, or nothing but the file's own 0600. */
export type ProtectedBy = 'keychain' | 'file';
