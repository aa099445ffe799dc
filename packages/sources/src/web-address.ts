/** A target as an address on the web; null where it is none. */
export const webAddress = (target: string): URL | null =>
  /^https?:\/\//i.test(target) && URL.canParse(target) ? new URL(target) : null

/** The steps of an address, none of them empty. */
export const stepsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(step => step !== '')
