/** The last digits as people say them, `··0142`. */
export function PhoneEnd({ last4 }: { readonly last4: string }) {
  return last4 === '' ? null : <>··{last4}</>;
}
