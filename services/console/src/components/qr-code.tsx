import { qrModules } from './qr-modules.ts';

/** A text to be scanned, drawn here: no other host is asked, and no image is loaded. */
export const QrCode = ({ text, label }: Readonly<{ text: string; label: string }>) => {
  const { size, path } = qrModules(text);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
};
