/** The longest edge of a kept photo and of its thumbnail, in pixels: enough for a hallmark, little enough for years of them. */
export const PHOTO_EDGE_PX = 2048;
export const THUMB_EDGE_PX = 320;

/** What one kept photo and one thumbnail may weigh. A photo of 2048 px weighs about 0.3 MB. */
export const MAX_PHOTO_BYTES = 4_000_000;
export const MAX_THUMB_BYTES = 200_000;

/** What the window reads at all: a file of a camera, and no picture that unpacks to more than 400 MB. */
export const MAX_SOURCE_BYTES = 40_000_000;
export const MAX_SOURCE_PIXELS = 100_000_000;

/** How many photos one piece or one customer may have. */
export const MOST_PHOTOS = 40;

/** A removed photo can be put back for so long; then its file goes for good. */
export const KEEP_REMOVED_MS = 30 * 86_400_000;
