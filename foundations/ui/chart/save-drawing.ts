import { readTokens } from '../theme/read-tokens.ts'

/** Offers a file to the reader. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** Colours and fonts written out, because a file has no style sheet to ask. */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const tokens = readTokens(drawing)
  const { width, height } = drawing.getBoundingClientRect()
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: tokens.card }))
    ground.setAttribute(name, value)
  copy.prepend(ground)
  return new XMLSerializer()
    .serializeToString(copy)
    .replaceAll('var(--sans)', 'Inter, Helvetica, Arial, sans-serif')
    .replaceAll(/var\(--([a-z]+)\)/g, (whole, name: string) => tokens[name as keyof typeof tokens] ?? whole)
}

/** The drawing as pixels, twice as fine as on the screen. */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob | null> {
  const { width, height } = drawing.getBoundingClientRect()
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standaloneSvg(drawing))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
