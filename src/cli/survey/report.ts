export async function reported(store: string, out: string): Promise<number> {
  throw new Error(store + out)
}
