// Nothing here but this.
