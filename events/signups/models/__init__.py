from events.signups.models.shift_dates import ShiftDate
from events.signups.models.sign_ups import ACTIVE, HOLDING, Code, Key, SignUp, State

__all__ = ["ACTIVE", "HOLDING", "Code", "Key", "ShiftDate", "SignUp", "State"]
