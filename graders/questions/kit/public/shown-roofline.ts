/** What the page draws of the notebook's model: intensity and bytes at the batch sizes it plots, unfused or fused. */
import { notebookBatchSizes, notebookModel, type Shows } from "../../../contract/shown";
import { showList, showNumbers } from "./shown";

const showIntensity = (name: string) =>
  showList({ export: name, args: [notebookBatchSizes, notebookModel] }, notebookBatchSizes.length);

const showBytes = (name: string) =>
  showNumbers(notebookBatchSizes.map((batchSize) => ({ export: name, args: [batchSize, notebookModel] })));

export const shownCurve: Shows = { intensity: showIntensity("intensityCurve") };
export const shownTraffic: Shows = { movedBytes: showBytes("modelBytes") };
export const shownFusedCurve: Shows = { fusedIntensity: showIntensity("fusedIntensityCurve") };
export const shownFusedTraffic: Shows = { fusedMovedBytes: showBytes("fusedModelBytes") };
