export async function exported(store: string, out: string): Promise<number> {
  throw new Error(store + out)
}
