/** Key of a workspace made from its name: "Maison Été & Cie" → `maison-ete-cie`. */
export function workspaceKeyOf(name: string): string {
  const key = name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '')
  return key || 'workspace'
}
