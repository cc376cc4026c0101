export {
  imagePreview,
  PREVIEW_MEDIA_TYPE,
  PREVIEW_PIXELS_MAX,
  PREVIEW_WIDTHS,
  type PreviewWidth,
} from './image-preview.ts';
