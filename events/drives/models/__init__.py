from events.drives.models.drive import DriveItem, DrivePage
from events.drives.models.pledges import ItemStand, Pledge

__all__ = ["DriveItem", "DrivePage", "ItemStand", "Pledge"]
