/** What part of the picture is in sight: screen = picture × scale + offset. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const SMALLEST = 0.1;
const LARGEST = 12;

/** The whole circle, with `margin` pixels around it for names. */
export function fitted(radius: number, margin: number, width: number, height: number): Camera {
  const scale = Math.max(60, Math.min(width, height) / 2 - margin) / radius;
  return { scale, x: width / 2, y: height / 2 };
}

/** Nearer or farther, with the point at `x`, `y` of the screen staying where it is. */
export function zoomed(camera: Camera, factor: number, x: number, y: number): Camera {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, camera.scale * factor));
  const ratio = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * ratio, y: y - (y - camera.y) * ratio };
}

export function moved(camera: Camera, x: number, y: number): Camera {
  return { ...camera, x: camera.x + x, y: camera.y + y };
}

/** The point of the picture at a point of the screen. */
export function toPicture(
  { scale, x, y }: Camera,
  screenX: number,
  screenY: number,
): { x: number; y: number } {
  return { x: (screenX - x) / scale, y: (screenY - y) / scale };
}
