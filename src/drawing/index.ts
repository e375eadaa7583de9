/** How a design looks, as data: canvas and pictures both draw from here. */

export { tokens, type Theme, type Token } from './tokens.ts';
export { glyphs, glyphOf, type GlyphName } from './glyphs.ts';
export { awsIcons, type AwsIconName } from './aws-icons.generated.ts';
export { symbols, type Severity, type SymbolName, type SymbolPart } from './symbols.ts';
export { isShownAt, isWithin, type Corner, type Mark, type Size, type TextMark } from './marks.ts';
export { middleEllipsis, textWidth, visibleText, type Weight } from './text.ts';
export { compareNaturally, sortNaturally } from './natural-order.ts';
export {
  floorTiers,
  shownTiers,
  tierLooks,
  tierOrder,
  type ShownTier,
  type Tier,
  type TierPair,
  type Tiers,
} from './tiers.ts';
export { words } from './words.ts';
export { cardOf, factsAfter, factsOf, type DrawingFacts } from './facts.ts';
export { formOf, labelOf, lookOf, type NodeLook } from './looks.ts';
export {
  blocksOf,
  card,
  containerSizeOf,
  fontSize,
  gate,
  gateWidth,
  GRID,
  internetSize,
  nodeSizeOf,
  sizeOf,
  snap,
  snapUp,
  span,
  SUBNET_TEXT,
  subnetTitleWidth,
  TWO_PILL_HEADER,
  vpcTitleWidth,
} from './sizes.ts';
export { boundsOf, overlaps, roundedPath, type Point, type Rectangle, type Side } from './geometry.ts';
export {
  boxOf,
  INTERNET,
  isRegionKey,
  isZoneKey,
  parentKeyOf,
  placesOf,
  readZoneKey,
  regionKeyOf,
  zoneKey,
  zoneOf,
  type Layout,
  type Places,
} from './places.ts';
export { edgesOf, routeEdgeId, type DrawnEdge, type EdgeStyle } from './edges.ts';
export { routeEdges, type RoutedEdge } from './routes.ts';
export { arrowHead, drawEdge, lineLookOf } from './draw-edge.ts';
export { besideTitle, drawSpine } from './draw-subnet.ts';
export { badgePlace, drawBadge, drawCard, type Badge } from './draw-node.ts';
export { drawItem, labelsOf, type DrawContext, type SceneItem } from './draw-item.ts';
export { sceneOf, type Scene } from './scene.ts';
