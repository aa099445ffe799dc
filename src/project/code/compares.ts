/** Calls that compare a name with a text: what they are given is asked for, and not used. */
export const COMPARES =
  /\.(?:includes|startsWith|endsWith|indexOf|startswith|endswith|match|search|test|equals|has|count|find|replace|split)$/
