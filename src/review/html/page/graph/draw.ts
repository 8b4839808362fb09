import { curveBundle, line } from 'd3-shape';
import type { PageFile } from '../../data.ts';
import type { Camera } from './camera.ts';
import { type GraphArc, type GraphDot, type GraphLine, type GraphPicture, onCircle } from './layout.ts';
import type { Palette } from './palette.ts';

export interface Scene {
  readonly picture: GraphPicture;
  readonly camera: Camera;
  readonly palette: Palette;
  /** The file whose neighbours are shown. */
  readonly focus: PageFile | null;
  /** Files that pass the filters; the others stand back. */
  readonly shown: ReadonlySet<PageFile>;
}

const FAINT = 0.12;
/** Names need so much room between two files, in pixels of the screen. */
const NAME_SPACING = 9;
const FOLDER_NAME_SPACING = 13;
const FONT = '11px system-ui, sans-serif';

/** Draws the whole picture; sizes of dots and letters stay the same at every scale. */
export function draw(context: CanvasRenderingContext2D, scene: Scene, width: number, height: number): void {
  const { camera, picture } = scene;
  context.clearRect(0, 0, width, height);
  context.save();
  context.translate(camera.x, camera.y);
  context.scale(camera.scale, camera.scale);
  for (const arc of picture.arcs) drawArc(context, arc, scene);
  if (!hasNames(scene)) drawFolderNames(context, scene);
  drawLines(context, scene);
  for (const dot of picture.dots) drawDot(context, dot, scene);
  context.restore();
}

function drawLines(context: CanvasRenderingContext2D, scene: Scene): void {
  const { picture, palette, focus, camera } = scene;
  const curve = line<{ x: number; y: number }>()
    .x(({ x }) => x)
    .y(({ y }) => y)
    .curve(curveBundle.beta(0.82))
    .context(context);
  const busy = Math.min(1, 400 / picture.lines.length);
  const stroke = (lines: readonly GraphLine[], color: string, alpha: number, thickness: number): void => {
    context.strokeStyle = color;
    context.globalAlpha = alpha;
    context.lineWidth = thickness / camera.scale;
    for (const { path, kind } of lines) {
      context.setLineDash(kind === 'late' || kind === 'dynamic' ? [4 / camera.scale, 3 / camera.scale] : []);
      context.beginPath();
      curve([...path]);
      context.stroke();
    }
  };
  const back = focus === null ? 1 : 0.15;
  const others = picture.lines.filter(({ from, to }) => from.file !== focus && to.file !== focus);
  stroke(
    others.filter((each) => !each.isInCycle),
    palette.line,
    (0.15 + 0.45 * busy) * back,
    1,
  );
  stroke(
    others.filter((each) => each.isInCycle),
    palette.cycle,
    (0.1 + 0.6 * busy) * back,
    1,
  );
  stroke(
    picture.lines.filter(({ from }) => from.file === focus),
    palette.outgoing,
    0.9,
    1.6,
  );
  stroke(
    picture.lines.filter(({ to }) => to.file === focus),
    palette.incoming,
    0.9,
    1.6,
  );
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function drawArc(context: CanvasRenderingContext2D, { from, to, depth }: GraphArc, scene: Scene): void {
  const { picture, palette, camera } = scene;
  context.strokeStyle = palette.muted;
  context.globalAlpha = depth === 0 ? 0.5 : 0.25;
  context.lineWidth = (depth === 0 ? 3 : 2) / camera.scale;
  context.beginPath();
  const gap = Math.PI / Math.max(60, picture.dots.length);
  // Canvas angles start at the right.
  context.arc(0, 0, radiusOf(depth, scene), from - gap - Math.PI / 2, to + gap - Math.PI / 2);
  context.stroke();
  context.globalAlpha = 1;
}

/** The names of folders, those of the larger ones first, as far as there is room for them side by side. */
function drawFolderNames(context: CanvasRenderingContext2D, scene: Scene): void {
  const taken: number[] = [];
  const room = FOLDER_NAME_SPACING / (scene.picture.radius * scene.camera.scale);
  for (const { folder, from, to, depth } of scene.picture.arcs.toSorted(
    (a, b) => a.depth - b.depth || b.to - b.from - a.to + a.from,
  )) {
    const angle = (from + to) / 2;
    if (taken.some((other) => Math.abs(other - angle) < room)) continue;
    taken.push(angle);
    const radius = radiusOf(0, scene) + 8 / scene.camera.scale;
    drawLabel(
      context,
      folderName(folder),
      angle,
      radius,
      depth === 0 ? scene.palette.text : scene.palette.muted,
      scene,
    );
  }
}

function radiusOf(depth: number, { picture, camera }: Scene): number {
  return picture.radius + (depth === 0 ? 16 : 9) / camera.scale;
}

function folderName(folder: string): string {
  return `${folder.slice(folder.lastIndexOf('/') + 1)}/`;
}

/** The room that names take outside the circle, in pixels of the screen. */
export function marginOf({ arcs }: GraphPicture): number {
  return 34 + 6 * Math.max(8, ...arcs.map(({ folder }) => folderName(folder).length));
}

function drawDot(context: CanvasRenderingContext2D, dot: GraphDot, scene: Scene): void {
  const { palette, camera, focus, shown, picture } = scene;
  const { file, x, y, angle } = dot;
  const room = Math.max(1.4, Math.min(3.2, spacingOf(scene) * 0.5));
  const size = (file === focus ? 5.5 : room) / camera.scale;
  context.globalAlpha = shown.has(file) ? 1 : FAINT;
  context.fillStyle = palette.status[file.status];
  context.beginPath();
  OUTLINES[file.shape ?? 'none'](context, x, y, size);
  context.fill();
  if (dot.isCircular) {
    const inside = onCircle(angle, picture.radius - 7 / camera.scale);
    context.fillStyle = palette.cycle;
    context.beginPath();
    context.arc(inside.x, inside.y, Math.min(1.6, room * 0.7) / camera.scale, 0, 2 * Math.PI);
    context.fill();
  }
  if (hasNames(scene) || file === focus)
    drawLabel(context, nameOf(file), angle, picture.radius + 10 / camera.scale, palette.text, scene);
  context.globalAlpha = 1;
}

type Outline = (context: CanvasRenderingContext2D, x: number, y: number, size: number) => void;

/** What a file exports, as the shape of its dot. */
const OUTLINES: Record<'named' | 'default' | 'none', Outline> = {
  named: (context, x, y, size) => context.arc(x, y, size, 0, 2 * Math.PI),
  default: (context, x, y, size) => context.rect(x - size, y - size, 2 * size, 2 * size),
  none: (context, x, y, size) => {
    context.moveTo(x, y - 1.3 * size);
    context.lineTo(x + 1.3 * size, y + size);
    context.lineTo(x - 1.3 * size, y + size);
    context.closePath();
  },
};

/** Whether there is room for the names of all files. */
function hasNames(scene: Scene): boolean {
  return spacingOf(scene) >= NAME_SPACING;
}

/** The stretch of the circle for each file, in pixels of the screen. */
function spacingOf({ picture, camera }: Scene): number {
  return (2 * Math.PI * picture.radius * camera.scale) / Math.max(1, picture.dots.length);
}

/** Outside the circle, along its radius, and never upside down. */
function drawLabel(
  context: CanvasRenderingContext2D,
  text: string,
  angle: number,
  radius: number,
  color: string,
  { camera }: Scene,
): void {
  const isLeft = angle > Math.PI;
  context.save();
  context.rotate(angle - Math.PI / 2);
  context.translate(radius, 0);
  context.scale(1 / camera.scale, 1 / camera.scale);
  if (isLeft) context.rotate(Math.PI);
  context.font = FONT;
  context.fillStyle = color;
  context.textBaseline = 'middle';
  context.textAlign = isLeft ? 'right' : 'left';
  context.fillText(text, 0, 0);
  context.restore();
}

function nameOf({ path }: PageFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
