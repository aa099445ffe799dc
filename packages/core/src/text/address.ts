/** A part of an address as it was before it was written into it; as it stands where it is not written so. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Whether a host, with its port or without, is this machine: nobody else hears what is said to it. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$|^::1$/.test(host)
