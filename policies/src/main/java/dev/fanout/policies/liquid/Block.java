package dev.fanout.policies.liquid;

import java.util.List;

/** Parts one after the other; stops where one of them breaks a loop. */
record Block(List<Part> parts) implements Part {
  Block {
    parts = List.copyOf(parts);
  }

  @Override
  public void render(Rendering rendering) {
    for (Part part : parts) {
      part.render(rendering);
      if (rendering.isInterrupted()) {
        return;
      }
    }
  }
}
